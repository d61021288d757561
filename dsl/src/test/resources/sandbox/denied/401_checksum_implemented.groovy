revision 'd401'

upgrade {
    execute new Sum().getValue().toString()
}
downgrade { }

class Sum implements java.util.zip.Checksum {
    void update(int b) { }
    void update(byte[] b, int off, int len) { }
    long getValue() { 1 }
    void reset() { }
}
