import java.math.RoundingMode

revision 'a051'

upgrade {
    BigDecimal d = 1.005
    assert d.setScale(2, RoundingMode.HALF_UP) == 1.01
    assert new BigDecimal('2.50').stripTrailingZeros().toPlainString() == '2.5'
    execute 'SELECT 1'
}
downgrade { }
