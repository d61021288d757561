revision 'a056'

upgrade {
    LocalDate d = LocalDate.parse('2026-11-21')
    assert d.plusDays(10).toString() == '2026-12-01'
    assert (d + Period.ofMonths(1)).monthValue == 12
    assert d.dayOfWeek == DayOfWeek.SATURDAY
    assert Duration.between(Instant.EPOCH, Instant.ofEpochSecond(60)).toMinutes() == 1
    assert Instant.now() > Instant.EPOCH
    execute 'SELECT 1'
}
downgrade { }
