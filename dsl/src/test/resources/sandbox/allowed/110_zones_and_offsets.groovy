import java.time.format.DateTimeFormatter

revision 'a110'

upgrade {
    ZonedDateTime berlin = LocalDateTime.of(2026, 3, 29, 1, 30).atZone(ZoneId.of('Europe/Berlin'))
    assert berlin.plusHours(1).hour == 3
    assert berlin.toInstant() == Instant.parse('2026-03-29T00:30:00Z')
    OffsetDateTime offset = OffsetDateTime.parse('2026-11-21T10:15:00+02:00')
    assert offset.withOffsetSameInstant(ZoneOffset.UTC).hour == 8
    assert Instant.ofEpochSecond(1_700_000_000).atOffset(ZoneOffset.UTC).year == 2023
    assert LocalTime.parse('09:05').plusMinutes(55).toString() == '10:00'
    assert DateTimeFormatter.ofPattern('EEE d. MMM uuuu', Locale.GERMANY).format(LocalDate.of(2026, 5, 4)).startsWith('Mo')
    assert LocalDate.parse('21/11/2026', DateTimeFormatter.ofPattern('dd/MM/uuuu')).monthValue == 11
    execute 'SELECT 1'
}
downgrade { }
