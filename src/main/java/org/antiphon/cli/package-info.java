/**
 * The commands: what a person types after {@code java -jar quarkus-run.jar}.
 *
 * <p>Takes arguments, gives files, lines and an exit code: 0 done, 1 failed, 2 wrong usage. A command extends
 * {@link org.antiphon.cli.OfflineCommand}, is named in {@link org.antiphon.cli.Antiphon} and answers once, as text or
 * as JSON. Only {@code serve} and {@code work} boot Quarkus and the database. May use every package but signal, feature, nn
 * and model; nothing uses it.
 */
package org.antiphon.cli;
