/**
 * A study while it runs: how far it is, how healthy, and who of its participants does not seem to take part in earnest.
 *
 * <p>Takes rows of sessions and answers, gives an overview of an edition, lists of participants under their pseudonyms and
 * everything about one of them, as JSON, as events and as pages. What was read of a session is kept in memory until the
 * session goes on, and written down packed once it has come to rest, so that a million ratings are counted again in a fraction
 * of a second, after a start too. But for that, which can be made again at any time, nothing here writes a row; tokens and the
 * names that participants have elsewhere are not read.
 *
 * <p>May use clip, platform, account, study.design, study.session and the dashboard's reading. Used by nobody.
 */
package org.antiphon.dashboard.monitor;
