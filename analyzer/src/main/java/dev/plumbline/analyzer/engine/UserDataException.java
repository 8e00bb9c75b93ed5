package dev.plumbline.analyzer.engine;

import java.io.IOException;

/** What the user gave to help the scan is not in order; the message says where and what to do. */
public final class UserDataException extends IOException {

  private static final long serialVersionUID = 1L;

  UserDataException(String message, Throwable cause) {
    super(message, cause);
  }
}
