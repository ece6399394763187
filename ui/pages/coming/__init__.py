"""A home-coming: what came back in Word files, decided answer by answer."""
