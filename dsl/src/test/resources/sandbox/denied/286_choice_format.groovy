import java.text.ChoiceFormat

revision 'd286'

upgrade {
    execute new ChoiceFormat('0#x').format(0)
}
downgrade { }
