revision 'd427'
upgrade {
    java.text.Normalizer.normalize('\uFDFA' * 900_000, java.text.Normalizer.Form.NFKC).length()
}
downgrade { }
