revision 'b4'

upgrade {
    createTable('conversations') {
        column 'id', integer, primaryKey: true
        column 'last_message_id', integer
    }
    createTable('messages') {
        column 'id', integer, primaryKey: true
        column 'conversation_id', integer, nullable: false
    }
    batchAlterTable('conversations') {
        createForeignKey 'fk_last', 'messages', ['last_message_id'], ['id'], onDelete: 'SET NULL'
    }
    batchAlterTable('messages') {
        createForeignKey 'fk_conversation', 'conversations', ['conversation_id'], ['id'], onDelete: 'CASCADE'
    }
}

downgrade {
    batchAlterTable('messages') { dropConstraint 'fk_conversation', type: 'foreignkey' }
    batchAlterTable('conversations') { dropConstraint 'fk_last', type: 'foreignkey' }
    dropTable 'messages'
    dropTable 'conversations'
}
