package org.antiphon.study.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far the stimuli of a draft are. */
@Entity
@Table(name = "preparation")
class PreparationRow {

    @Id
    @Column(name = "study_id")
    Long studyId;

    int revision;
    String state;
    String stage;
    double progress;
    int attempts;
    String problem;
    boolean publish;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Column(name = "updated_at")
    Instant updatedAt;
}
