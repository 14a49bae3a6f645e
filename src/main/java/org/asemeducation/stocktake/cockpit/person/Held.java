package org.asemeducation.stocktake.cockpit.person;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one table holds about somebody.
 *
 * @param table its name
 * @param rows columns and what stands in them; what is empty is left out
 */
record Held(String table, List<Map<String, Object>> rows) {

	private static final Map<String, String> HEADINGS = Map.ofEntries(Map.entry("contact", "In the register"),
			Map.entry("contact_role", "Roles in the register"), Map.entry("former_role", "Roles that ended"),
			Map.entry("audit", "Acts in the audit"), Map.entry("mail", "Mails"),
			Map.entry("mail_line", "What mails told"), Map.entry("delivery_attempt", "Attempts to deliver mails"),
			Map.entry("bounce", "Mails that came back"), Map.entry("unreachable", "Times when mail did not arrive"),
			Map.entry("revision", "Submitted updates"), Map.entry("draft", "Drafts"),
			Map.entry("earlier_draft", "Earlier states of drafts"),
			Map.entry("thread_message", "Questions and answers about updates"),
			Map.entry("note", "Notes between requests"), Map.entry("earlier_note", "Notes as they stood before"),
			Map.entry("note_use", "Notes put into updates"), Map.entry("helper", "Help with updates"),
			Map.entry("hand_over", "Hand-overs"), Map.entry("web_session", "Open sessions"),
			Map.entry("known_device", "Browsers signed in from"),
			Map.entry("proposal_invitation", "Invitations to propose"),
			Map.entry("proposal_version", "Proposals as they were sent"), Map.entry("proposal", "Proposals"),
			Map.entry("proposal_link", "Links to proposals"),
			Map.entry("proposal_step", "What was done about proposals"),
			Map.entry("claim", "Reminders and requests that were due"), Map.entry("act_id_user", "The account"),
			Map.entry("act_id_membership", "Groups of the account"), Map.entry("act_ru_task", "Open tasks"),
			Map.entry("act_ru_authorization", "Rights of the account"));

	Held {
		rows = List.copyOf(rows);
	}

	public String heading() {
		return heading(this.table);
	}

	static String heading(String table) {
		String plain = table.replace('_', ' ');
		return HEADINGS.getOrDefault(table, plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1));
	}

}
