package org.asemeducation.stocktake.notification.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.template.TemplateName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What mails about a comment round speak of, as it is now.
 */
@Component
class RoundWords {

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	RoundWords(JdbcClient jdbc, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
	}

	/**
	 * Which of the templates a mail takes.
	 * @param mail the ledger's number
	 * @return none where it speaks of no round
	 */
	Optional<TemplateName> template(long mail) {
		return this.jdbc.sql("""
				select kind from mail_line where mail = :mail and not dropped
				and kind in ('round', 'round-reminder', 'round-answers', 'round-changed') order by position limit 1""")
			.param("mail", mail)
			.query(String.class)
			.optional()
			.flatMap((kind) -> TemplateName.of(kind.equals("round-reminder") ? "round" : kind));
	}

	/**
	 * Its words.
	 * @param mail the ledger's number
	 * @param words to be filled
	 * @param days of the reader
	 */
	void fill(long mail, LetterWords words, ReaderDays days) {
		this.jdbc
			.sql("""
					select r.cycle, r.number, r.opens, r.closes, r.called_off_because, l.kind, (
					    select p.reason from report_round_prolonged p where p.cycle = r.cycle and p.round = r.number
					    order by p.number desc limit 1) as reason, exists (
					    select from report_round_prolonged p where p.cycle = r.cycle and p.round = r.number
					    and p.reopened) as reopened
					from mail_line l join mail m on m.id = l.mail
					join report_round r on r.cycle = m.cycle and r.number = l.round
					where l.mail = :mail and not l.dropped
					  and l.kind in ('round', 'round-reminder', 'round-answers', 'round-changed') order by l.position limit 1""")
			.param("mail", mail)
			.query((row) -> {
				words.put("closes", row.getObject("closes", LocalDate.class), days);
				words.with(Map.of("round", row.getString("number"), "again",
						row.getString("kind").equals("round-reminder"), "calledOff",
						row.getString("called_off_because") != null, "reopened", row.getBoolean("reopened"), "because",
						lines(Stream.of(row.getString("called_off_because"), row.getString("reason"))
							.filter(Objects::nonNull)
							.findFirst()
							.orElse("")),
						"page", this.publicUrl
							.to("/reports/%s/rounds/%s".formatted(row.getString("cycle"), row.getString("number")))));
			});
		List<Map<String, Object>> comments = comments(mail);
		words.with(Map.of("comments", comments, "howMany",
				(comments.size() == 1) ? "your comment" : "your %d comments".formatted(comments.size())));
	}

	private List<Map<String, Object>> comments(long mail) {
		return this.jdbc.sql("""
				select o.*, d.decision, d.reason from mail_line l join mail m on m.id = l.mail
				join contact c on c.id = m.contact
				join round_comment o on o.cycle = m.cycle and o.round = l.round and o.made_by = c.user_id
				join round_decision d on d.comment = o.id
				where l.mail = :mail and l.kind = 'round-answers' and not l.dropped order by o.id""")
			.param("mail", mail)
			.query((row, number) -> comment(row))
			.list();
	}

	private static Map<String, Object> comment(ResultSet row) throws SQLException {
		Map<String, Object> comment = new HashMap<>();
		comment.put("where", OneLine.of(row.getString("called")));
		comment.put("said", lines(row.getString("text")));
		String wording = row.getString("wording");
		comment.put("suggested", lines((wording != null) ? wording : ""));
		comment.put("decision", switch (row.getString("decision")) {
			case "taken" -> "Taken.";
			case "partly" -> "Partly taken.";
			default -> "Not taken.";
		});
		comment.put("because", lines(row.getString("reason")));
		return comment;
	}

	static List<Map<String, Object>> lines(String text) {
		return text.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> Map.<String, Object>of("line", line.strip()))
			.toList();
	}

}
