import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit

revision 'a057'

upgrade {
    def f = DateTimeFormatter.ofPattern('dd.MM.yyyy', Locale.ROOT)
    assert LocalDate.of(2026, 1, 2).format(f) == '02.01.2026'
    assert LocalDate.parse('02.01.2026', f) == LocalDate.of(2026, 1, 2)
    assert ChronoUnit.DAYS.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 3)) == 2
    assert ZonedDateTime.of(LocalDateTime.of(2026, 1, 1, 0, 0), ZoneId.of('UTC')).toInstant().toString() == '2026-01-01T00:00:00Z'
    execute 'SELECT 1'
}
downgrade { }
