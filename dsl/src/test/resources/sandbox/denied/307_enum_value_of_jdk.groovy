revision 'd307'

upgrade {
    execute Enum.valueOf(Thread.State, 'NEW').toString()
}
downgrade { }
