revision 'd379'

upgrade {
    execute "${{ int a -> a }.memoizeAtMost(2_000_000_000)(1)}"
}
downgrade { }
