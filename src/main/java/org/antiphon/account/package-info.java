/**
 * Who somebody is and what they may do: accounts, roles in studies, signing in, invitations, tokens for scripts, and the log
 * of who saw or changed what.
 *
 * <p>Takes credentials and links, gives an account and its role. Every address of a study is guarded here, by the study's
 * slug; {@code Access} answers for packages that have more to decide, {@code AuditLog} takes their notes. Visitors of the demo
 * and participants need none of it. Other packages hold an account's number, never its row.
 *
 * <p>May use platform. Used by generation, study, dashboard and cli.
 */
package org.antiphon.account;
