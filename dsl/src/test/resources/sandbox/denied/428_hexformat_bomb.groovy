revision 'd428'
upgrade {
    java.util.HexFormat.ofDelimiter('x' * 100_000).formatHex(new byte[1000])
}
downgrade { }
