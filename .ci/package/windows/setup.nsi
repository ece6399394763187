; The set-up for Windows: for one user, without the rights of an administrator.
; Compiled by .ci/package/windows.py, which gives VERSION, PROGRAM (the folder of the packaged
; program), RESOURCES and MADE (the file to write).

Unicode true
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "Erasmus Desk"
!define WINDOW "Erasmus Desk.exe"
!define TYPE "ErasmusDesk.Proposal"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ErasmusDesk"

Name "${NAME}"
OutFile "${MADE}"
InstallDir "$LOCALAPPDATA\Programs\Erasmus Desk"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "Erasmus Desk contributors, MIT licence"

!define MUI_ICON "${RESOURCES}/icons/erasmus-desk.ico"
!define MUI_UNICON "${RESOURCES}/icons/erasmus-desk.ico"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Dutch"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "German"

LangString PROPOSAL ${LANG_ENGLISH} "Erasmus Desk proposal"
LangString PROPOSAL ${LANG_DUTCH} "Voorstel van Erasmus Desk"
LangString PROPOSAL ${LANG_FRENCH} "Proposition Erasmus Desk"
LangString PROPOSAL ${LANG_GERMAN} "Antrag von Erasmus Desk"
LangString RUNNING ${LANG_ENGLISH} "Erasmus Desk is open. Close it, then choose Retry. Your text is saved."
LangString RUNNING ${LANG_DUTCH} "Erasmus Desk is geopend. Sluit het programma en kies Opnieuw. Uw tekst is opgeslagen."
LangString RUNNING ${LANG_FRENCH} "Erasmus Desk est ouvert. Fermez-le, puis choisissez Réessayer. Votre texte est enregistré."
LangString RUNNING ${LANG_GERMAN} "Erasmus Desk ist geöffnet. Schließen Sie es und wählen Sie Wiederholen. Ihr Text ist gespeichert."
LangString TAKEN ${LANG_ENGLISH} "This folder contains other files. Choose a new folder, such as:$\r$\n$LOCALAPPDATA\Programs\Erasmus Desk"
LangString TAKEN ${LANG_DUTCH} "In deze map staan andere bestanden. Kies een nieuwe map, zoals:$\r$\n$LOCALAPPDATA\Programs\Erasmus Desk"
LangString TAKEN ${LANG_FRENCH} "Ce dossier contient d'autres fichiers. Choisissez un nouveau dossier, par exemple :$\r$\n$LOCALAPPDATA\Programs\Erasmus Desk"
LangString TAKEN ${LANG_GERMAN} "Dieser Ordner enthält andere Dateien. Wählen Sie einen neuen Ordner, zum Beispiel:$\r$\n$LOCALAPPDATA\Programs\Erasmus Desk"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Nothing is put among the files of somebody else, and nothing of them is ever removed.
Function .onVerifyInstDir
  IfFileExists "$INSTDIR\*.*" 0 fine
  IfFileExists "$INSTDIR\erasmus-desk.exe" fine
  ${DirState} "$INSTDIR" $0
  StrCmp $0 1 0 fine
  Abort
fine:
FunctionEnd

; A program that runs holds its file open for writing by others.
!macro WaitUntilClosed
again:
  IfFileExists "$INSTDIR\${WINDOW}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${WINDOW}" a
  IfErrors 0 free
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  Abort
free:
  FileClose $0
closed:
!macroend

Section
  !insertmacro WaitUntilClosed
  ; The libraries of an earlier version; the portable folder of data is left alone.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}"

  WriteRegStr HKCU "Software\Classes\.erasmus" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\.erasmus" "Content Type" "application/x-erasmus-desk"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "$(PROPOSAL)"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Erasmus Desk team"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; The proposals, backups and settings of the user stay where they are.
Section "Uninstall"
  !insertmacro WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\erasmus-desk.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.erasmus" ""
  StrCmp $0 "${TYPE}" 0 +2
  DeleteRegKey HKCU "Software\Classes\.erasmus"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
