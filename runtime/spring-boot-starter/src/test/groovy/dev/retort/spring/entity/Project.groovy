package dev.retort.spring.entity

import jakarta.persistence.Column
import jakarta.persistence.Entity
import jakarta.persistence.Id
import jakarta.persistence.Table

@Entity
@Table(name = 'projects')
class Project {

    @Id
    Long id

    @Column(nullable = false)
    String name
}
