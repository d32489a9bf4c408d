package org.antiphon.metric;

/** A metric of one candidate against one truth, of whatever kind. */
public interface PairMetric {

    MetricCard card();
}
