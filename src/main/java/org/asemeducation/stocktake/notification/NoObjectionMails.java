package org.asemeducation.stocktake.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.endorsement.noobjection.Round;
import org.asemeducation.stocktake.endorsement.noobjection.RoundOpened;
import org.asemeducation.stocktake.endorsement.noobjection.Rounds;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;
import org.asemeducation.stocktake.report.SealedVersions;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites the officials of the members of a no-objection round, once each, and reminds
 * those whose member is silent before it closes.
 */
@Component
class NoObjectionMails {

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm",
			Locale.ENGLISH);

	private final Rounds rounds;

	private final SealedVersions sealed;

	private final Notices notices;

	private final JdbcClient jdbc;

	private final Clock clock;

	NoObjectionMails(Rounds rounds, SealedVersions sealed, Notices notices, JdbcClient jdbc, Clock clock) {
		this.rounds = rounds;
		this.sealed = sealed;
		this.notices = notices;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(RoundOpened opened) {
		Round round = this.rounds.latest(opened.cycle()).orElseThrow();
		officials(round).forEach((official) -> tell(round, official, 0));
	}

	/** Reminds, in the caller's transaction, where it is time. */
	void remind(Instant now) {
		this.rounds.pending()
			.stream()
			.filter((round) -> round.isOpen() && now.isBefore(round.closesAt()))
			.forEach((round) -> reminders(round).filter((due) -> !due.at().isAfter(now))
				.forEach((due) -> tell(round, due.official(), round.reminderDays())));
	}

	/** When the next reminder falls due, which may be past. */
	Optional<Instant> next() {
		return this.rounds.pending()
			.stream()
			.filter((round) -> round.isOpen() && this.clock.instant().isBefore(round.closesAt()))
			.flatMap(this::reminders)
			.map(Due::at)
			.min(Instant::compareTo);
	}

	/** What is to come in a cycle, as if all members stayed silent. */
	List<PlannedMail> ahead(CycleName cycle) {
		Instant now = this.clock.instant();
		return this.rounds.pending()
			.stream()
			.filter((round) -> round.cycle().equals(cycle) && now.isBefore(round.closesAt()))
			.flatMap((round) -> Stream.concat(round.isPlanned()
					? officials(round).stream().map((one) -> new Due(one, round.opensAt())) : Stream.empty(),
					reminders(round)))
			.map((due) -> new PlannedMail(due.official().contact(), due.at(),
					List.of(PlannedLine.of(Notices.NO_OBJECTION, null)), null, null))
			.toList();
	}

	/** The words of a mail to come, as they would be now. */
	Optional<Notice> words(CycleName cycle, ContactId contact, Instant at) {
		return this.rounds.latest(cycle)
			.flatMap((round) -> officials(round).stream()
				.filter((one) -> one.contact().equals(contact))
				.findFirst()
				.map((official) -> notice(round, official, !at.equals(round.opensAt()))));
	}

	private Stream<Due> reminders(Round round) {
		if (round.reminderDays() == 0) {
			return Stream.empty();
		}
		List<Long> answered = this.rounds.positions(round).stream().map((position) -> position.party()).toList();
		LocalDate closes = LocalDate.ofInstant(round.closesAt(), round.zone());
		Instant opened = (round.openedAt() != null) ? round.openedAt() : round.opensAt();
		return officials(round).stream()
			.filter((official) -> !answered.contains(official.party()) && !official.reminded())
			.map((official) -> new Due(official,
					closes.minusDays(round.reminderDays()).atTime(MORNING).atZone(official.zone()).toInstant()))
			.filter((due) -> due.at().isAfter(opened));
	}

	private List<Official> officials(Round round) {
		List<Long> members = this.rounds.members(round).stream().map(Party::id).map((id) -> id.value()).toList();
		return this.jdbc.sql("""
				select distinct on (c.id) c.id, s.party, p.name, coalesce(c.zone, :zone) as zone,
				    exists (select from no_objection_told t where t.cycle = :cycle and t.round = :round
				        and t.contact = c.id and t.rung > 0) as reminded
				from contact c join contact_role s on s.contact = c.id and s.role = 'coordinator'
				join party p on p.id = s.party
				where c.active and s.party = any(:members) order by c.id, s.party""")
			.param("zone", round.zone().getId())
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("members", members.toArray(Long[]::new))
			.query((row, number) -> new Official(new ContactId(row.getLong("id")), row.getLong("party"),
					row.getString("name"), ZoneId.of(row.getString("zone")), row.getBoolean("reminded")))
			.list();
	}

	private void tell(Round round, Official official, int rung) {
		long mail = this.notices.queue(official.contact(), Notices.NO_OBJECTION, round.cycle(),
				"round " + round.number(), notice(round, official, rung > 0));
		this.jdbc.sql("""
				insert into no_objection_told (cycle, round, contact, rung, party, told_at, mail)
				values (:cycle, :round, :contact, :rung, :party, :at, :mail)""")
			.param("cycle", round.cycle().value())
			.param("round", round.number())
			.param("contact", official.contact().value())
			.param("rung", rung)
			.param("party", official.party())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("mail", mail)
			.update();
	}

	private Notice notice(Round round, Official official, boolean again) {
		String closes = round.zone().equals(official.zone()) ? moment(round.closesAt(), round.zone()) : "%s, that is %s"
			.formatted(moment(round.closesAt(), official.zone()), moment(round.closesAt(), round.zone()));
		String version = (round.version() == null) ? "the version for ministers" : "version " + round.version();
		String checksum = Optional.ofNullable(round.version())
			.flatMap((number) -> this.sealed.find(round.cycle(), number))
			.map((found) -> " The SHA-256 of its SHA256SUMS is %s.".formatted(found.checksum()))
			.orElse("");
		return new Notice(
				"%s: %s%s has until %s to object".formatted(round.cycle(), again ? "reminder: " : "",
						official.partner(), moment(round.closesAt(), round.zone())),
				"please say by %s whether %s agrees to %s of the Stocktaking Report and its work plan, comments on it or objects."
					.formatted(closes, official.partner(), version),
				new Link("/officials/%s/no-objection".formatted(round.cycle()), "Read it and answer"),
				List.of(new Part("What happens otherwise",
						"Silence counts: if nothing comes from %s by then, it does not object. Answer on the page behind the link; a reply to this mail is no answer."
							.formatted(official.partner())),
						new Part("What it is", ((round.number() > 1)
								? "This is an amended round: an objection has led to another version, which comes with the list of its changes."
								: "This is a no-objection round (silence procedure).")
								+ " An objection stops it at once." + checksum)));
	}

	private static String moment(Instant at, ZoneId zone) {
		return "%s (%s)".formatted(MOMENT.format(at.atZone(zone)), zone.getId());
	}

	/**
	 * Somebody who speaks for a member.
	 */
	private record Official(ContactId contact, long party, String partner, ZoneId zone, boolean reminded) {
	}

	private record Due(Official official, Instant at) {
	}

}
