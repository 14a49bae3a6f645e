package org.asemeducation.stocktake.notification;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MailToCome;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who the people of planned mails are.
 */
@Component
class PlanFacts {

	private static final String PARTIES = """
			(select string_agg(label, ', ' order by label) from (
			    select distinct coalesce(p.acronym, p.name) as label from contact_role s
			    join party p on p.id = s.party where s.contact = c.id) labels)
			""";

	private static final Unreached UNWANTED = new Unreached(Stop.UNWANTED,
			"As their party’s page in the register says.");

	private final JdbcClient jdbc;

	PlanFacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those whom no mail comes to: it does not reach them, or they receive none.
	 * @return with what stops it and why
	 */
	Map<ContactId, Unreached> notReceiving() {
		Map<ContactId, Unreached> contacts = new HashMap<>();
		this.jdbc.sql("select id from contact where active and no_mail").query((row) -> {
			contacts.put(new ContactId(row.getLong("id")), UNWANTED);
		});
		this.jdbc.sql("select contact, because from unreachable where settled_at is null").query((row) -> {
			contacts.put(new ContactId(row.getLong("contact")),
					new Unreached(Stop.NOT_RECEIVING, row.getString("because")));
		});
		return contacts;
	}

	/**
	 * Those whose name, address or party has some words in it.
	 * @param words in any case
	 * @return whom
	 */
	Set<ContactId> named(String words) {
		return new HashSet<>(this.jdbc.sql("""
				select id from contact where strpos(lower(concat_ws(' ', name, email)), lower(:words)) > 0
				union
				select contact from contact_role where party in (
				    select id from party where strpos(lower(concat_ws(' ', acronym, name)), lower(:words)) > 0)
				""").param("words", words).query(Long.class).list().stream().map(ContactId::new).toList());
	}

	/**
	 * Mails as they are shown.
	 * @param zone where people are who name no zone
	 * @param mails some of them
	 * @param holds what is held
	 * @param notReceiving whom no mail comes to, and why
	 * @return in the same order
	 */
	List<MailToCome> shown(ZoneId zone, Collection<PlannedMail> mails, HeldMail holds,
			Map<ContactId, Unreached> notReceiving) {
		Map<ContactId, Who> people = new HashMap<>();
		this.jdbc
			.sql("select c.id, c.name, c.email, c.language, coalesce(c.zone, :zone) as zone, coalesce(" + PARTIES
					+ ", '') as parties from contact c where c.id = any(:contacts)")
			.param("zone", zone.getId())
			.param("contacts", mails.stream().map((mail) -> mail.contact().value()).distinct().toArray(Long[]::new))
			.query((row) -> {
				people.put(new ContactId(row.getLong("id")), new Who(row.getString("name"), row.getString("email"),
						row.getString("parties"), row.getString("language"), row.getString("zone")));
			});
		Map<String, String> names = names(mails, holds);
		return mails.stream().map((mail) -> {
			Unreached unreached = notReceiving.get(mail.contact());
			Stop stop = (unreached != null) ? unreached.stop() : mail.stop();
			String because = (unreached != null) ? unreached.because() : because(mail, holds, names);
			return people.get(mail.contact()).mail(mail, stop, because);
		}).toList();
	}

	private static @Nullable String because(PlannedMail mail, HeldMail holds, Map<String, String> names) {
		HeldBack held = mail.held();
		if (held != null) {
			return because(held.reason(), held.by(), names);
		}
		return mail.lines()
			.stream()
			.filter(PlannedLine::isHeld)
			.flatMap((line) -> Optional.ofNullable(line.claim()).flatMap(holds::of).stream())
			.findFirst()
			.map((hold) -> because(hold.reason(), hold.by(), names))
			.orElse(null);
	}

	private static String because(String reason, String by, Map<String, String> names) {
		return "%s (%s)".formatted(reason, names.getOrDefault(by, by));
	}

	private Map<String, String> names(Collection<PlannedMail> mails, HeldMail holds) {
		Map<String, String> names = new HashMap<>();
		Set<String> users = Stream
			.concat(holds.holds().values().stream().map(Hold::by),
					mails.stream().map(PlannedMail::held).filter(Objects::nonNull).map(HeldBack::by))
			.collect(Collectors.toSet());
		if (!users.isEmpty()) {
			this.jdbc.sql("select user_id, name from contact where user_id = any(:users)")
				.param("users", users.toArray(String[]::new))
				.query((row) -> {
					names.put(row.getString("user_id"), row.getString("name"));
				});
		}
		return names;
	}

	/**
	 * Initiatives of a cycle under way or to come that nobody would be written to about.
	 * @param cycle the cycle
	 * @return their ids, in the plan's order
	 */
	List<String> withoutAnybody(CycleName cycle) {
		return this.jdbc.sql("""
				select i.initiative from cycle_initiative i
				left join update_request r on r.cycle = i.cycle and r.initiative = i.initiative
				where i.cycle = :cycle and r.state is distinct from 'settled' and not exists (
				    select from coordination k join contact_role s on s.party = k.party and s.role = 'coordinator'
				    join contact c on c.id = s.contact and c.active
				    where k.initiative = i.initiative and k.role = 'coordinator')
				order by i.position""").param("cycle", cycle.value()).query(String.class).list();
	}

	/**
	 * Those whom an act did not write to, and whose mail nobody has released since.
	 * @param cycle the cycle
	 * @return the last first
	 */
	List<MailPlanPage.LeftOut> leftOut(CycleName cycle) {
		return this.jdbc.sql("""
				select c.name, c.email, h.act, h.held_at, coalesce(p.name, h.held_by) as who from mail_hold h
				join contact c on c.id = h.contact left join contact p on p.user_id = h.held_by
				where h.cycle = :cycle and h.act <> 'hold' and h.released_at is null
				order by h.held_at desc, c.email""")
			.param("cycle", cycle.value())
			.query((row, number) -> new MailPlanPage.LeftOut(row.getString("name"), row.getString("email"),
					row.getString("act"), row.getObject("held_at", OffsetDateTime.class).toInstant(),
					row.getString("who")))
			.list();
	}

	/**
	 * Somebody.
	 */
	private record Who(String name, String email, String parties, String language, String zone) {

		MailToCome mail(PlannedMail mail, @Nullable Stop stop, @Nullable String because) {
			return new MailToCome(mail.contact().value(), this.name, this.email, this.parties, this.language, this.zone,
					mail.at(), mail.lines().stream().map(PlannedLine::shown).toList(),
					(stop != null) ? stop.word() : null, because, mail.mail());
		}

	}

	/**
	 * Why no mail comes to somebody.
	 *
	 * @param stop what stops it
	 * @param because in words, such as what the server said
	 */
	record Unreached(Stop stop, String because) {
	}

}
