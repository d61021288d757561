import java.time.format.DateTimeFormatterBuilder

revision 'd336'

upgrade {
    execute new DateTimeFormatterBuilder().padNext(2_000_000_000).appendLiteral('x').toFormatter().format(LocalDate.EPOCH)
}
downgrade { }
