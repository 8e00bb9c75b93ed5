package app;

import lombok.AllArgsConstructor;
import lombok.Getter;

@Getter
@AllArgsConstructor
enum Suites {
  LEGACY(1, "RC4"),
  CURRENT(2, "AES/GCM/NoPadding");

  private final int code;
  private final String cipher;
}
