revision 'd428'
message 'x'
Own.start()
upgrade { }
downgrade { }
class Own { static void start() { throw new IllegalStateException('at the top') } }
