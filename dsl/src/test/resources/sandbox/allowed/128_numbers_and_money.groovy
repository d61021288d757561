revision 'a128'

upgrade {
    assert 10.0.divide(3.0, 2, RoundingMode.HALF_UP) == 3.33
    assert (19.99 * 3).setScale(1, RoundingMode.HALF_EVEN) == 60.0
    assert 7.intdiv(2) == 3 && 7 % 3 == 1 && (-7).abs() == 7 && 2**10 == 1024
    assert 1_000_000 * 3L == 3_000_000L && 5 / 2 == 2.5
    assert '12.50'.toBigDecimal().stripTrailingZeros().toPlainString() == '12.5'
    assert '42'.isInteger() && !'4x'.isNumber() && Integer.parseInt('ff', 16) == 255
    assert Math.max(1, 2) == 2 && Math.floorMod(-1, 7) == 6 && 3.7.round() == 4
    assert Long.MAX_VALUE + 1G == 9223372036854775808G
    assert [1.5, 2.5].sum() == 4.0 && [1, 2, 3].average() == 2
    execute 'SELECT 1'
}
downgrade { }
