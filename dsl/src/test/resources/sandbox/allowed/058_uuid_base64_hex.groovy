revision 'a058'

upgrade {
    assert UUID.fromString('00000000-0000-0001-0000-000000000002').mostSignificantBits == 1
    assert UUID.randomUUID() != UUID.randomUUID()
    assert Base64.encoder.encodeToString('hi'.getBytes('UTF-8')) == 'aGk='
    assert HexFormat.of().formatHex([1, 255] as byte[]) == '01ff'
    execute 'SELECT 1'
}
downgrade { }
