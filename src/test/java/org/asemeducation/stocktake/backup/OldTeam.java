package org.asemeducation.stocktake.backup;

import java.util.Arrays;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a secretariat leaves behind: two cycles whose names differ in capitals, texts in
 * many scripts, words that would like to be markup, files with bad names, secrets.
 */
final class OldTeam {

	static final String SCRIPT = "<script>alert('archive')</script>";

	static final String ARABIC = "تقرير عن التقدم";

	static final String THAI = "ความก้าวหน้า";

	static final String LONG = "Donaudampfschifffahrtsgesellschaft".repeat(30);

	static final String TOKEN = "SECRET-TOKEN-OF-NOBODY";

	static final String DRAFT = "WORDS-OF-A-DRAFT";

	static final byte[] PICTURE = picture();

	private OldTeam() {
	}

	static void leaveIn(DataSource database) {
		JdbcClient jdbc = JdbcClient.create(database);
		jdbc.sql(
				"""
						insert into party (name, acronym, kind, group_id) overriding system value values ('Asia-Europe <b>Foundation</b>', 'ASEF', 'stakeholder', 'party900');
						insert into contact (user_id, name, email, added_at) values ('kim', 'Kim "K" O''Neil', 'kim@asef.example', '2027-01-02T03:04:05Z'),
						    ('gone', 'Somebody of ASEF', '', '2027-01-02T03:04:05Z'), ('aes', 'Ana of the AES', 'ana@aes.example', '2027-01-02T03:04:05Z');
						insert into contact_role select c.id, p.id, 'coordinator' from contact c, party p where c.user_id = 'kim' and p.acronym = 'ASEF';
						insert into invitation select :token, id, now(), now() from contact where user_id = 'kim';
						insert into calendar_feed select id, :token, now() from contact where user_id = 'aes';
						insert into password_reset select :token, id, now(), now() from contact where user_id = 'kim';
						insert into known_device values (:token, 'kim', now());
						insert into act_id_user (id_, rev_, first_, pwd_, salt_) values ('kim', 1, 'Kim', :token, :token);
						insert into action (number, title) values (1, 'An action');
						insert into initiative (id, action, position, title, is_new) values ('A01-I01', 1, 1, :script, false);
						insert into cycle (name, title, zone, state, opened_at, opened_by) values
						    ('ASEMME9', :arabic, 'Asia/Seoul', 'gathering', '2027-02-01T00:00:00Z', 'aes'),
						    ('asemme9', 'Once more', 'UTC', 'opened', '2027-03-01T00:00:00Z', 'aes');
						insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording, coordinators)
						    select name, 'A01-I01', 1, 1, 'An action', :script, false, :long, 'ASEF' from cycle;
						insert into update_request (cycle, initiative, state, asked_at) values ('ASEMME9', 'A01-I01', 'in-review', '2027-04-01T00:00:00Z');
						insert into draft (cycle, initiative, version, content, saved_at, saved_by) values
						    ('ASEMME9', 'A01-I01', 1, jsonb_build_object('progress', :draft::text), now(), 'kim');
						insert into meeting (cycle, kind, planned_on, host, decisions, state, outcome, recorded_at, recorded_by) values
						    ('ASEMME9', 'SOM1', '2027-05-01', 'Malta', 'SOM1 decided to go on.', 'held', 'held', '2027-05-02T00:00:00Z', 'aes');
						insert into mail (cycle, contact, recipient, state, queued_at, bundled_at, subject, text, html, secret)
						    select 'ASEMME9', id, email, 'queued', now(), now(), 'Please answer', 'Dear Kim, ' || :thai, '<p>html</p>', :token
						    from contact where user_id = 'kim';
						insert into mail (contact, recipient, state, queued_at, bundled_at, sent_at, subject, text)
						    select id, email, 'sent', now(), now(), now(), 'Welcome', 'Outside any cycle' from contact where user_id = 'kim';
						insert into mail_line (mail, kind, initiative) select id, 'request', 'A01-I01' from mail;
						insert into audit (at, who, act, subject, after) values (now(), 'aes', 'open cycle', 'ASEMME9', 'opened'),
						    (now(), 'kim', 'submit update', 'ASEMME9/A01-I01', 'revision 1'), (now(), 'aes', 'add contact', 'kim@asef.example', 'kim'),
						    (now(), 'stocktake', 'wake', 'nothing', null);
						insert into audit (at, who, act, subject) select '2026-01-01'::timestamptz + n * interval '1 minute', 'aes', 'count', 'ASEMME9/' || n from generate_series(1, 1500) n;
						insert into compiled_report (cycle, version, compiled_at, model, checksum) values ('ASEMME9', 1, now(), '{}', 'x');
						insert into mail_template (name, language, version, source, saved_at, saved_by) values ('request', 'en', 1, 'OUR OWN WORDS', now(), 'aes')""")
			.param("token", TOKEN)
			.param("script", SCRIPT)
			.param("arabic", ARABIC)
			.param("thai", THAI)
			.param("long", LONG)
			.param("draft", DRAFT)
			.update();
		long file = jdbc.sql("""
				insert into update_file (cycle, initiative, name, type, length, sha256, uploaded_at, uploaded_by)
				values ('ASEMME9', 'A01-I01', '../CON: ฉลาด.png', 'png', :length, 'x', now(), 'kim') returning id""")
			.param("length", PICTURE.length)
			.query(Long.class)
			.single();
		for (int part = 0; part * 1000 < PICTURE.length; part++) {
			jdbc.sql("insert into update_file_part values (:file, :number, :bytes)")
				.param("file", file)
				.param("number", part)
				.param("bytes", Arrays.copyOfRange(PICTURE, part * 1000, Math.min(PICTURE.length, part * 1000 + 1000)))
				.update();
		}
		jdbc.sql(
				"""
						insert into revision (cycle, initiative, number, content, submitted_at, submitted_by) values ('ASEMME9', 'A01-I01', 1,
						    jsonb_build_object('progress', :script || ' ' || :arabic || ' ' || :thai, 'highlights', jsonb_build_array(:long::text),
						    'media', jsonb_build_array(jsonb_build_object('file', :file::text, 'caption', 'A "picture"'))), now(), 'kim')""")
			.param("script", SCRIPT)
			.param("arabic", ARABIC)
			.param("thai", THAI)
			.param("long", LONG)
			.param("file", file)
			.update();
		jdbc.sql(
				"""
						insert into verdict (revision, accepted, given_at, given_by) select id, false, now(), 'aes' from revision;
						insert into remark (revision, number, field, text, said_by, said_at) select id, 1, 'progress', 'Say more', 'aes', now() from revision""")
			.update();
		jdbc.sql(
				"""
						insert into sealed_version (cycle, version, state, sealed_at, sealed_by) values ('ASEMME9', 1, 'for-ministers', now(), 'aes');
						insert into sealed_file (cycle, version, name, content, sha256) select 'ASEMME9', 1, 'report.html', c, encode(sha256(c), 'hex')
						    from (select convert_to(repeat('report ', 450000), 'UTF8') as c) f;
						insert into publication (cycle, version, published_at) values ('ASEMME9', 1, now())""")
			.update();
		bringIn(jdbc);
	}

	/** A cycle that was run on paper, with its old report. */
	private static void bringIn(JdbcClient jdbc) {
		jdbc.sql(
				"""
						insert into cycle (name, title, zone, state, opened_at, opened_by, kind) values
						    ('ON-PAPER', 'Before', 'UTC', 'published', '2027-03-02T00:00:00Z', 'aes', 'paper');
						insert into meeting (cycle, kind, held_on, state, outcome, recorded_at, recorded_by) values
						    ('ON-PAPER', 'ASEMME', '2027-03-02', 'held', 'held', '2027-05-02T00:00:00Z', 'aes');
						insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording, coordinators)
						    values ('ON-PAPER', 'A01-I01', 1, 1, 'An action', 'As it was called', false, 'adopted', 'ASEF');
						insert into paper_cycle (cycle, file, brought_at, brought_by) values ('ON-PAPER', 'before.xlsx', now(), 'aes');
						insert into paper_text (cycle, initiative, text) values ('ON-PAPER', 'A01-I01', 'WORDS-ON-PAPER');
						insert into paper_report (cycle, name, type, content, sha256, is_public, added_at, added_by)
						    select 'ON-PAPER', 'old report.pdf', 'pdf', c, encode(sha256(c), 'hex'), true, now(), 'aes'
						    from (select convert_to('%PDF on paper', 'UTF8') as c) f""")
			.update();
	}

	/** The smallest PNG, and bytes that no picture needs: it is longer than one part. */
	private static byte[] picture() {
		byte[] png = java.util.Base64.getDecoder()
			.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
		return Arrays.copyOf(png, 2500);
	}

}
