package org.antiphon.study.design;

/** What a scale measures, so that answers of different studies can be compared whatever their wording. */
public enum Attribute {
    EMOTIONAL_COHERENCE,
    SEMANTIC_COHERENCE,
    QUALITY,
    REALISM,
    OTHER
}
