package app;

interface Constants {
  String LEGACY = "RC2";
  String CURRENT = "AES/GCM/NoPadding";
}
