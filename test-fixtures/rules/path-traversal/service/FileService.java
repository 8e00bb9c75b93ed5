package app;

import java.io.IOException;

interface FileService {
  byte[] read(String name) throws IOException;

  byte[] readTrusted(String name) throws IOException;

  void write(FileController.Document document) throws IOException;
}
