revision 'a134'

upgrade {
    byte[] digest = MessageDigest.getInstance('SHA-256').digest('a'.getBytes(StandardCharsets.UTF_8))
    assert digest.encodeHex().toString().startsWith('ca978112ca1bbdca')
    String hex = 'abc'.bytes.encodeHex()
    assert hex == '616263' && "${'abc'.bytes.encodeHex()}" == '616263'
    assert 'abc'.bytes.encodeBase64().toString() == 'YWJj'
    assert 'abc'.sha256().length() == 64
    def crc = new java.util.zip.CRC32()
    crc.update('abc'.bytes)
    assert crc.value == 891568578L
    execute 'SELECT 1'
}
downgrade { }
