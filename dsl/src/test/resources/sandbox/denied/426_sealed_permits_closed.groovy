revision 'd426'
sealed class S permits java.util.ArrayList { }
upgrade {
    new S()
}
downgrade { }
