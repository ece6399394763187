/* A library of Windows that Wine lacks and Qt asks for at its start: conversions of old character
   sets. Each fails, and Qt goes on without. */

#include <stddef.h>

#define UNKNOWN_SET 4 /* U_FILE_ACCESS_ERROR */
#define CALL(name) __declspec(dllexport) void *name(void) { return NULL; }
#define FAILING(name) \
    __declspec(dllexport) void *name(const char *set, int *error) \
    { if (error) *error = UNKNOWN_SET; return NULL; }

FAILING(ucnv_open)
FAILING(ucnv_getName)
CALL(ucnv_getStandardName)
CALL(ucnv_getAvailableName)
CALL(ucnv_countAvailable)
CALL(ucnv_close)
CALL(ucnv_reset)
CALL(ucnv_getMaxCharSize)
CALL(ucnv_getToUCallBack)
CALL(ucnv_getFromUCallBack)
CALL(ucnv_setToUCallBack)
CALL(ucnv_setFromUCallBack)
CALL(ucnv_cbToUWriteUChars)
CALL(ucnv_cbFromUWriteUChars)
CALL(ucnv_toUnicode)
CALL(ucnv_fromUnicode)
CALL(ucnv_toUCountPending)
CALL(ucnv_fromUCountPending)
CALL(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
CALL(UCNV_TO_U_CALLBACK_SUBSTITUTE)
