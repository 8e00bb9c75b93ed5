package app;

enum Algorithms {
  OLD("DES/CBC/PKCS5Padding"),
  NEW("AES/GCM/NoPadding");

  private final String transformation;

  Algorithms(String transformation) {
    this.transformation = transformation;
  }

  String transformation() {
    return transformation;
  }
}
