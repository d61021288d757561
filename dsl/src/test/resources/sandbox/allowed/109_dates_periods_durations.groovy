import java.time.temporal.ChronoUnit
import java.time.temporal.TemporalAdjusters

revision 'a109'

upgrade {
    LocalDate start = LocalDate.of(2024, 2, 28)
    assert start.plus(Period.parse('P1M2D')) == LocalDate.of(2024, 3, 30)
    assert Period.between(LocalDate.of(2020, 1, 31), LocalDate.of(2024, 3, 1)).toString() == 'P4Y1M1D'
    assert ChronoUnit.DAYS.between(start, LocalDate.of(2024, 3, 1)) == 2
    assert Duration.between(Instant.EPOCH, Instant.parse('1970-01-02T01:00:00Z')).toHours() == 25
    assert Duration.ofMinutes(90).toString() == 'PT1H30M'
    assert Duration.parse('PT1.5S').toMillis() == 1500
    assert start.plusDays(2).toString() == '2024-03-01' && start.minusDays(1) < start
    assert start.with(TemporalAdjusters.lastDayOfMonth()).dayOfMonth == 29
    assert start.dayOfWeek == DayOfWeek.WEDNESDAY
    assert YearMonth.of(2024, 2).lengthOfMonth() == 29 && Year.isLeap(2024)
    List<LocalDate> days = start.datesUntil(start.plusDays(3)).toList()
    assert days*.dayOfMonth == [28, 29, 1]
    execute 'SELECT 1'
}
downgrade { }
