revision 'a136'

upgrade {
    Clock noon = Clock.fixed(Instant.parse('2026-01-02T12:00:00Z'), ZoneOffset.UTC)
    assert LocalDate.now(noon) == LocalDate.of(2026, 1, 2)
    assert Clock.offset(noon, Duration.ofHours(1)).instant().toString() == '2026-01-02T13:00:00Z'
    assert LocalDate.parse('02.01.2026', DateTimeFormatter.ofPattern('dd.MM.yyyy')) == LocalDate.now(noon)
    assert ChronoUnit.DAYS.between(LocalDate.EPOCH, LocalDate.EPOCH.plusWeeks(1)) == 7
    assert java.util.concurrent.TimeUnit.DAYS.toHours(2) == 48
    execute 'SELECT 1'
}
downgrade { }
