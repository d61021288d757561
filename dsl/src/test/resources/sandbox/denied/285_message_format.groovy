import java.text.MessageFormat

revision 'd285'

upgrade {
    execute MessageFormat.format('{0}', 'x')
}
downgrade { }
