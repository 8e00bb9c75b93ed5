package app;

/** A digest that somebody has copied, in part. */
class Written { // want: custom-crypto "Written computes MD5 by itself"
  private int a = 0x67452301;

  void round(int b, int c, int d, int x, int y) {
    a = b + Integer.rotateLeft(a + (b & c | ~b & d) + x + 0xd76aa478, 7);
    d = a + Integer.rotateLeft(d + (a & b | ~a & c) + y + 0xe8c7b756, 12);
  }
}

/** The numbers are negative in languages that have no others. */
class FromScript { // want: custom-crypto "FromScript computes MD5 by itself"
  int first(int a) {
    return a + -680876936;
  }

  int second(int a) {
    return a + -389564586;
  }
}

class Table { // want: custom-crypto "Table computes SHA-256 by itself"
  private static final int[] K = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5};

  int at(int round) {
    return K[round];
  }
}

/** Numbers of a generator and of a hash for tables. */
class Mixing {
  int mix(int h) {
    int mixed = (h ^ h >>> 16) * 0x85ebca6b;
    return (mixed ^ mixed >>> 13) * 0xc2b2ae35 + 0x9e3779b9 + 0x67452301;
  }
}
