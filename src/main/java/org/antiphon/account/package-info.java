/**
 * Who somebody is: accounts, the role each one has, signing in, and invitations to take part in a study.
 *
 * <p>Takes credentials and invitation codes, gives an account and its role. Visitors of the demo need none of it: a
 * translation is reached by its unguessable id alone. Other packages hold an account's typed id, never its row.
 *
 * <p>May use platform. Used by generation, study, dashboard and cli.
 */
package org.antiphon.account;
