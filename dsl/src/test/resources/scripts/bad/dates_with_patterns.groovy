revision 'x'
upgrade {
    execute LocalDate.now().format('yyyy-MM-dd')
    execute LocalDate.parse('02.01.2026', 'dd.MM.yyyy').toString()
    execute(['a'].collect(this::twice).join())
}
downgrade { }
String twice(String text) { text + text }
