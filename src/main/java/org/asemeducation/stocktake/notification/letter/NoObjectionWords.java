package org.asemeducation.stocktake.notification.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.report.SealedVersion;
import org.asemeducation.stocktake.report.SealedVersions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mails about a no-objection round speak of, as it is now.
 */
@Component
class NoObjectionWords {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm",
			Locale.ENGLISH);

	private static final String ROUND = """
			select l.ladder, l.kind, r.*,
			    exists (select from no_objection_round b where b.cycle = r.cycle and b.number = r.number - 1
			        and b.stopped_at is not null) as amended,
			    (select p.reason from no_objection_prolonged p where p.cycle = r.cycle and p.round = r.number
			        order by p.number desc limit 1) as prolonged_because,
			    (select y.name || ': ' || p.text from no_objection_position p join party y on y.id = p.party
			        where p.cycle = r.cycle and p.round = r.number and p.answer = 'object'
			        order by p.given_at desc limit 1) as objection,
			    (select string_agg(y.name, ' and ' order by y.name) from no_objection_member b
			        join party y on y.id = b.party
			        join contact_role s on s.party = b.party and s.role = 'coordinator' and s.contact = m.contact
			        where b.cycle = r.cycle and b.round = r.number and (l.kind <> 'no-objection-reminder'
			            or not exists (select from no_objection_position p
			                where p.cycle = b.cycle and p.round = b.round and p.party = b.party))) as members,
			    (select count(distinct b.party) from no_objection_member b
			        join contact_role s on s.party = b.party and s.role = 'coordinator' and s.contact = m.contact
			        where b.cycle = r.cycle and b.round = r.number and (l.kind <> 'no-objection-reminder'
			            or not exists (select from no_objection_position p
			                where p.cycle = b.cycle and p.round = b.round and p.party = b.party))) as number_of_members
			from mail_line l join mail m on m.id = l.mail
			join no_objection_round r on r.cycle = m.cycle and r.number = l.round
			where l.mail = :mail and not l.dropped and l.kind like 'no-objection%' order by l.position limit 1
			""";

	private final JdbcClient jdbc;

	private final SealedVersions sealed;

	private final PublicUrl publicUrl;

	NoObjectionWords(JdbcClient jdbc, SealedVersions sealed, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.sealed = sealed;
		this.publicUrl = publicUrl;
	}

	/**
	 * Which of the templates a mail takes.
	 * @param mail the ledger's number
	 * @return none where it speaks of no no-objection round
	 */
	Optional<TemplateName> template(long mail) {
		return this.jdbc.sql("""
				select kind from mail_line where mail = :mail and not dropped
				and kind in ('no-objection', 'no-objection-reminder', 'no-objection-changed')
				order by position limit 1""")
			.param("mail", mail)
			.query(String.class)
			.optional()
			.map((kind) -> kind.equals("no-objection-changed") ? TemplateName.NO_OBJECTION_CHANGED
					: TemplateName.NO_OBJECTION);
	}

	/**
	 * Its words.
	 * @param mail the ledger's number
	 * @param days of the reader
	 * @return by the names of the vocabulary
	 */
	@Transactional(readOnly = true)
	Map<String, Object> of(long mail, ReaderDays days) {
		return this.jdbc.sql(ROUND).param("mail", mail).query((row, number) -> words(row, days.reader())).single();
	}

	private Map<String, Object> words(ResultSet row, ZoneId reader) throws SQLException {
		Map<String, Object> words = new HashMap<>();
		ZoneId zone = ZoneId.of(row.getString("zone"));
		Instant closes = row.getObject("closes_at", OffsetDateTime.class).toInstant();
		int version = row.getInt("version");
		words.put("round", row.getString("number"));
		words.put("page", this.publicUrl.to("/officials/%s/no-objection".formatted(row.getString("cycle"))));
		words.put("members", OneLine.of(Objects.requireNonNullElse(row.getString("members"), "your member")));
		words.put("object", (row.getInt("number_of_members") > 1) ? "object" : "objects");
		words.put("version", (version == 0) ? "the version for ministers" : "version " + version);
		words.put("closes", zone.equals(reader) ? moment(closes, zone)
				: "%s, that is %s".formatted(moment(closes, reader), moment(closes, zone)));
		words.put("closesShort", moment(closes, zone));
		words.put("again", row.getString("kind").equals("no-objection-reminder"));
		words.put("amended", row.getBoolean("amended"));
		words.put("checksum",
				this.sealed.find(new CycleName(row.getString("cycle")), version)
					.map(SealedVersion::checksum)
					.orElse(""));
		words.putAll(changed(Objects.requireNonNullElse(row.getString("ladder"), ""), row));
		return words;
	}

	private static Map<String, Object> changed(String ladder, ResultSet row) throws SQLException {
		boolean prolonged = ladder.equals("no-objection-prolonged");
		boolean calledOff = ladder.equals("no-objection-called-off");
		String because = row
			.getString(prolonged ? "prolonged_because" : calledOff ? "called_off_because" : "objection");
		List<Map<String, Object>> lines = RoundWords.lines(Objects.requireNonNullElse(because, ""));
		return Map.of("prolonged", prolonged, "calledOff", calledOff, "stopped", !prolonged && !calledOff, "news",
				prolonged ? "closes later" : calledOff ? "is called off" : "is stopped by an objection", "because",
				lines);
	}

	private static String moment(Instant at, ZoneId zone) {
		return "%s (%s)".formatted(MOMENT.format(at.atZone(zone)), zone.getId());
	}

}
