package org.asemeducation.stocktake.access.doors;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What exists behind the doors, under the names that the table's paths use: with the id
 * of nothing, a missing thing would hide a missing lock.
 */
final class Things {

	static final String TOKEN = "a-token-that-works";

	private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

	private final Map<String, String> ids = new HashMap<>();

	private final JdbcClient jdbc;

	Things(JdbcClient jdbc) {
		this.jdbc = jdbc;
		Map.of("published", "DOORS-A", "commented", "DOORS-B", "gathering", "DOORS-C", "mine", "A01-I02", "submitted",
				"A03-I02", "nobodys", "A06-I01", "engine", "default", "token", TOKEN)
			.forEach(this.ids::put);
		Map.of("kind", "ISOM", "date", "freeze", "chapter", "foreword", "line", "1", "field", "progress", "wording",
				"1", "file", "report.json", "name", "nothing", "tenant", "none", "app", "tasklist")
			.forEach(this.ids::put);
		Map.of("closedRound", "1", "round", "2", "said", "1").forEach(this.ids::put);
		sendRound(jdbc);
		Map.of("tasklist", "tasklist", "cockpit", "cockpit", "admin", "admin", "welcome", "welcome", "provider", "oidc")
			.forEach(this.ids::put);
		id("officials", "select version::text from sealed_version where cycle = 'DOORS-A' and state = 'for-officials'");
		id("ministers", "select version::text from sealed_version where cycle = 'DOORS-A' and state = 'for-ministers'");
		invite();
		id("task", "select id_ from act_ru_task where task_def_key_ = 'userTask_provideUpdate' and proc_inst_id_ in "
				+ "(select id_ from act_ru_execution where business_key_ = 'DOORS-C/A01-I02')");
		id("instance",
				"select id_ from act_ru_execution where business_key_ = 'DOORS-C/A01-I02' and parent_id_ is null");
		id("execution",
				"select id_ from act_ru_execution where parent_id_ = '%s' limit 1".formatted(value("instance")));
		id("definition", "select proc_def_id_ from act_ru_execution where id_ = '%s'".formatted(value("instance")));
		this.ids.put("process", "openCycle");
		id("deployment", "select deployment_id_ from act_re_procdef where id_ = '%s'".formatted(value("definition")));
		id("resource", "select id_ from act_ge_bytearray where deployment_id_ = '%s' and name_ like '%%update.bpmn'"
			.formatted(value("deployment")));
		id("job", "select id_ from act_ru_job where suspension_state_ = 1 limit 1");
		id("jobDefinition", "select id_ from act_ru_jobdef limit 1");
		id("filter", "select id_ from act_ru_filter where name_ = 'My updates'");
		id("right", "select id_ from act_ru_authorization where group_id_ = 'aes' limit 1");
		id("variable",
				"select id_ from act_ru_variable where proc_inst_id_ = '%s' limit 1".formatted(value("instance")));
		id("variableName",
				"select name_ from act_ru_variable where proc_inst_id_ = '%s' limit 1".formatted(value("instance")));
		id("pastActivity",
				"select id_ from act_hi_actinst where proc_inst_id_ = '%s' limit 1".formatted(value("instance")));
		id("pastInstance", "select id_ from act_hi_procinst where business_key_ = 'DOORS-A/A01-I02'");
		id("pastVariable",
				"select id_ from act_hi_varinst where proc_inst_id_ = '%s' limit 1".formatted(value("instance")));
		id("pastDetail",
				"select id_ from act_hi_detail where proc_inst_id_ = '%s' limit 1".formatted(value("instance")));
		id("pastJob", "select id_ from act_hi_job_log limit 1");
		id("operation", "select operation_id_ from act_hi_op_log limit 1");
		id("person", "select user_id from contact where email = 'another.spare@doors.example' and active");
		id("group", "select group_id from party where acronym = 'ETF'");
		id("mail", "select max(m.id)::text from mail m join contact c on c.id = m.contact"
				+ " where c.email = 'coordinator@doors.example'");
		subscribe();
		close();
		id("closed", "select min(id)::text from closed_date");
		propose();
		id("proposal", "select min(id)::text from plan_proposal");
		proposeByForm();
		id("proposed", "select min(id)::text from proposal where party is not null");
		id("ours", "select min(party)::text from proposal where party is not null");
		id("invited", "select max(id)::text from proposal_invitation");
		id("change", "select min(id)::text from plan_change");
		seat();
		id("seat", "select min(id)::text from reviewer_seat");
		commission();
		contribute();
		id("contributor", "select min(party)::text from party_contribution where cycle = 'DOORS-C'");
		bringIn();
		this.ids.put("paper", "DOORS-P");
		this.ids.put("commission", "1");
		this.ids.put("format", "yaml");
		this.ids.put("template", "request");
		this.ids.put("subgoal", "1.1");
		escalate();
		id("party", "select min(party)::text from escalation where cycle = 'DOORS-C'");
		write();
		id("addressed", "select 'mail-' || min(id) from mail where recipient = 'joy@doors.example'");
		refuseAddress();
		id("unreachable", "select contact::text from unreachable where settled_at is null");
		attach();
		id("partner", "select id::text from party where name = 'Latvia'");
		id("attached", "select min(id)::text from update_file where cycle = 'DOORS-C' and initiative = 'A01-I02'");
		note();
		id("noted", "select min(id)::text from note where initiative = 'A01-I02'");
		help();
		enter();
		id("helper", "select min(id)::text from helper where initiative = 'A01-I02' and ended_at is null");
		id("contact", "select id::text from contact where email = 'spare@doors.example' and active");
	}

	/** Somebody who has not signed in yet, by the hash of the token above. */
	private void invite() {
		this.jdbc.sql("""
				insert into invitation (token_hash, contact, created_at, expires_at)
				select encode(sha256(:token::bytea), 'hex'), id, now(), now() + interval '1 day' from contact
				where email = 'spare@doors.example' and active on conflict do nothing""")
			.param("token", TOKEN)
			.update();
	}

	/** A draft went to the reviewing body alone, and goes to all coordinators now. */
	static void sendRound(JdbcClient jdbc) {
		jdbc.sql("""
				insert into report_round (cycle, number, coordinators, partners, opens, closes, version, checksum,
				    opened_at, opened_by, read_at, answered_at)
				select cycle, n, n = 2, false, current_date - 20 / n, case n when 1 then current_date - 11
				    else current_date + 30 end, version, checksum, now() - interval '20 days', 'somebody',
				    case n when 1 then now() end, case n when 1 then now() end
				from compiled_report, (values (1), (2)) as r (n)
				where cycle = 'DOORS-B' and version = 1 on conflict do nothing""").update();
	}

	/** Somebody of the secretariat reads the calendar by the same token. */
	private void subscribe() {
		this.jdbc.sql("""
				insert into calendar_feed (contact, token_hash, made_at)
				select id, encode(sha256(:token::bytea), 'hex'), now() from contact
				where email = 'secretariat@doors.example' and active on conflict do nothing""")
			.param("token", TOKEN)
			.update();
	}

	/**
	 * A party's people are asked for a chapter of the report of DOORS-C, and a draft of
	 * it is saved.
	 */
	private void commission() {
		this.jdbc.sql("""
				insert into chapter_commission (cycle, number, title, behind, brief, party, due, commissioned_at,
				    commissioned_by)
				select 'DOORS-C', 1, 'Reflections', 'outlook', 'Please write.', r.party, '2031-01-01', now(), 'somebody'
				from contact c join contact_role r on r.contact = c.id
				where c.email = 'coordinator@doors.example' and r.role = 'coordinator' order by r.party limit 1
				on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into chapter_draft (cycle, number, version, text, signed, saved_at, saved_by)
				select cycle, number, 1, 'DRAFT-OF-A-CHAPTER', 'party', now(), 'somebody' from chapter_commission
				where cycle = 'DOORS-C' on conflict do nothing""").update();
	}

	/** A party has sent a proposal, and two from outside are invited to send one. */
	private void proposeByForm() {
		this.jdbc
			.sql("""
					insert into proposal (proposed_by, party, state, content, version, saved_at)
					select c.user_id, r.party, 'proposed', '{"kind": "end", "initiative": "A01-I02", "reason": "PROPOSED-WHY"}',
					    1, now()
					from contact c join contact_role r on r.contact = c.id
					where c.email = 'coordinator@doors.example' and r.role = 'coordinator'
					and not exists (select from proposal) order by r.party limit 1""")
			.update();
		this.jdbc.sql("""
				insert into proposal_version (proposal, number, content, sent_at)
				select id, 1, content, now() from proposal on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into proposal_invitation (name, organisation, email, language, subject, words, sent_at, sent_by,
				    last_day)
				select 'Kim Park', 'Far University', 'kim@far.example', 'en', 'plan', '', now(), 'somebody',
				    current_date + 30 from generate_series(1, 2) where not exists (select from proposal_invitation)""")
			.update();
		this.jdbc.sql("""
				insert into proposal_link (token_hash, invitation, made_at)
				select encode(sha256(:token::bytea), 'hex'), min(id), now() from proposal_invitation
				on conflict do nothing""").param("token", TOKEN).update();
	}

	/** A cycle that was run on paper, whose old report everybody may have. */
	private void bringIn() {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by, kind)
				values ('DOORS-P', 'On paper', 'UTC', 'published', '2019-01-01', 'somebody', 'paper')
				on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into meeting (cycle, kind, state, outcome, held_on, recorded_at, recorded_by)
				values ('DOORS-P', 'ASEMME', 'held', 'held', '2019-05-15', now(), 'somebody')
				on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into paper_cycle (cycle, file, brought_at, brought_by)
				values ('DOORS-P', 'doors.xlsx', now(), 'somebody') on conflict do nothing""").update();
		this.jdbc
			.sql("""
					insert into paper_report (cycle, name, type, content, sha256, is_public, added_at, added_by)
					values ('DOORS-P', 'report.pdf', 'pdf', '\\x00', encode(sha256('\\x00'), 'hex'), true, now(), 'somebody')
					on conflict do nothing""")
			.update();
	}

	/** The same party may say what it does, in DOORS-C. */
	private void contribute() {
		this.jdbc.sql("""
				insert into party_contribution (cycle, party, invited_at)
				select 'DOORS-C', party, now() from chapter_commission where cycle = 'DOORS-C'
				on conflict do nothing""").update();
	}

	private void close() {
		this.jdbc.sql("""
				insert into closed_date (from_day, to_day, party, reason, added_at, added_by)
				select '2031-12-24', '2031-12-31', id, 'Christmas', now(), 'somebody' from party
				where acronym = 'ETF' and not exists (select from closed_date)""").update();
	}

	/** The AES may write to somebody above one of the parties that owe an update. */
	private void escalate() {
		this.jdbc.sql("""
				insert into superior (party, name, email, entered_at, entered_by)
				select min(k.party), 'Ada Lane', 'ada@doors.example', now(), 'somebody' from coordination k
				where k.initiative = 'A01-I02' and k.role = 'coordinator' on conflict do nothing""").update();
		this.jdbc.sql("""
				insert into escalation (cycle, party, raised_at) select 'DOORS-C', party, now() from superior
				where email = 'ada@doors.example' on conflict do nothing""").update();
	}

	/** A mail to somebody without an account did not leave. */
	private void write() {
		this.jdbc.sql("""
				insert into mail (addressee, recipient, state, queued_at, bundled_at, subject, text)
				select 'Joy Hill', 'joy@doors.example', 'cancelled', now(), now(), 'Of the report', 'Dear Joy Hill'
				where not exists (select from mail where recipient = 'joy@doors.example')""").update();
	}

	private void propose() {
		this.jdbc.sql("""
				insert into plan_proposal (cycle, initiative, kind, because, party, said_at, said_by)
				select 'DOORS-C', 'A01-I02', 'not-ours', 'Another party runs it', id, now(), 'somebody' from party
				where acronym = 'ETF' and not exists (select from plan_proposal)""").update();
	}

	/** A reviewer sits in the reviewing body for good. */
	private void seat() {
		this.jdbc.sql("""
				insert into reviewer_seat (contact, from_day)
				select contact, '2020-01-01' from contact_role
				where role = 'reviewer' and not exists (select from reviewer_seat)
				order by contact limit 1""").update();
	}

	private void help() {
		this.jdbc.sql("""
				insert into helper (initiative, contact, party, may_submit, ends_at, asked_at, asked_by)
				select k.initiative, c.id, k.party, false, now() + interval '1 day', now(), 'somebody'
				from contact c, coordination k where c.email = 'another.spare@doors.example' and c.active
				and k.initiative = 'A01-I02' and k.role = 'coordinator' limit 1""").update();
	}

	/** The AES has entered what was published for its coordinators. */
	private void enter() {
		this.jdbc.sql("""
				insert into entry (cycle, initiative, on_behalf, desk, begun_at, begun_by, revision)
				select cycle, initiative, 'ASEF', true, now(), 'somebody', id from revision
				where cycle = 'DOORS-A' and initiative = 'A01-I02' order by number desc limit 1
				on conflict do nothing""").update();
	}

	private void refuseAddress() {
		this.jdbc.sql("""
				insert into unreachable (contact, address, since, because)
				select id, email, now(), '550 5.1.1 nobody of that name' from contact
				where email = 'another.spare@doors.example' and active
				on conflict (contact) where settled_at is null do nothing""").update();
	}

	/** To a text that is being written, as if it were a picture. */
	private void attach() {
		this.jdbc
			.sql("""
					insert into update_file (cycle, initiative, name, type, length, sha256, thumbnail, uploaded_at, uploaded_by)
					values ('DOORS-C', 'A01-I02', 'harbour.png', 'png', 1, 'of the doors', '\\x00', now(), 'somebody')
					on conflict do nothing""")
			.update();
		this.jdbc.sql("""
				insert into update_file_part (file, number, bytes)
				select id, 0, '\\x00' from update_file where sha256 = 'of the doors' on conflict do nothing""")
			.update();
	}

	/** About an initiative, with what looks like a picture. */
	private void note() {
		this.jdbc.sql("""
				insert into note (initiative, day, text, written_at, written_by)
				select 'A01-I02', '2026-05-22', 'NOTE-OF-THE-DOORS', now(), 'somebody'
				where not exists (select from note where initiative = 'A01-I02')""").update();
		this.jdbc
			.sql("""
					insert into update_file (initiative, note, name, type, length, sha256, thumbnail, uploaded_at, uploaded_by)
					select 'A01-I02', min(id), 'noted.png', 'png', 1, 'of a note', '\\x00', now(), 'somebody' from note
					where initiative = 'A01-I02' on conflict do nothing""")
			.update();
		this.jdbc.sql("""
				insert into update_file_part (file, number, bytes)
				select id, 0, '\\x00' from update_file where sha256 = 'of a note' on conflict do nothing""").update();
	}

	private void id(String name, String sql) {
		this.ids.put(name,
				this.jdbc.sql(sql).query(String.class).list().stream().findFirst().orElse("none-of-" + name));
	}

	String value(String name) {
		String value = this.ids.get(name);
		if (value == null) {
			throw new IllegalStateException("There is no thing called {%s}.".formatted(name));
		}
		return value;
	}

	String in(String text) {
		return NAME.matcher(text).replaceAll((found) -> value(found.group(1)));
	}

}
