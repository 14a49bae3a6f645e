package org.asemeducation.stocktake.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.notification.Gathering.MoreTime;
import org.asemeducation.stocktake.notification.OpenRequest.Returned;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.update.UpdateState;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what a gathering waits for and from whom. An initiative's request is the first
 * that went out for it: one whose coordinator had to be found was asked later than
 * others.
 */
@Component
class OpenRequests {

	private static final String HELD = """
			and exists (select from own_day o where o.cycle = r.cycle and o.initiative = r.initiative
			    and o.held_until is not null)
			""";

	private static final String COORDINATED = """
			and r.initiative in (select k.initiative from contact_role s
			    join coordination k on k.party = s.party and k.role = 'coordinator'
			    where s.role = 'coordinator' and s.contact = any(:coordinators))
			""";

	private final JdbcClient jdbc;

	OpenRequests(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The updates that wait for their coordinators.
	 * @param gathering the gathering
	 * @return in the plan's order
	 */
	List<OpenRequest> of(Gathering gathering) {
		return of(gathering, null);
	}

	/**
	 * All that was asked for and has coordinators, also what does not wait for them.
	 * @param gathering the gathering
	 * @param coordinators only what one of them coordinates; {@code null} for all
	 * @return in the plan's order
	 */
	List<OpenRequest> all(Gathering gathering, @Nullable Set<ContactId> coordinators) {
		return read(gathering, null, coordinators, "requested", "returned", "in-review", "settled");
	}

	/**
	 * Some of the updates that wait for their coordinators.
	 * @param gathering the gathering
	 * @param only which to look at; {@code null} for all
	 * @return those that wait, in the plan's order
	 */
	List<OpenRequest> of(Gathering gathering, @Nullable Collection<InitiativeId> only) {
		return read(gathering, only, null, "requested", "returned");
	}

	private List<OpenRequest> read(Gathering gathering, @Nullable Collection<InitiativeId> only,
			@Nullable Set<ContactId> coordinators, String... states) {
		return this.jdbc
			.sql("""
					select r.initiative, r.state, v.number as revision, v.given_at as returned_at,
					       coalesce(a.at, r.asked_at) as asked_at, coalesce(c.contacts, '{}') as coordinators,
					       e.until, e.past_freeze, e.answered_at
					from update_request r
					join cycle_initiative i on i.cycle = r.cycle and i.initiative = r.initiative
					left join lateral (
					    select min(claimed_at) as at from claim
					    where cycle = r.cycle and initiative = r.initiative and ladder = 'request') a on true
					left join lateral (
					    select array_agg(s.contact) as contacts
					    from coordination k join contact_role s on s.party = k.party and s.role = 'coordinator'
					    where k.initiative = r.initiative and k.role = 'coordinator') c on true
					left join lateral (
					    select n.number, t.given_at from revision n join verdict t on t.revision = n.id
					    where r.state = 'returned' and n.cycle = r.cycle and n.initiative = r.initiative
					    order by n.number desc limit 1) v on true
					left join lateral (
					    select until, past_freeze, answered_at from extension
					    where cycle = r.cycle and initiative = r.initiative and outcome = 'granted'
					    order by id desc limit 1) e on true
					where r.cycle = :cycle and r.state = any(:states)
					%s %s %s order by i.position""".formatted((only != null) ? "and r.initiative = any(:only)" : "",
					(coordinators != null) ? COORDINATED : "", gathering.over() ? HELD : ""))
			.param("cycle", gathering.cycle().value())
			.param("states", states)
			.param("only", (only != null) ? only.stream().map(InitiativeId::value).toArray(String[]::new) : null)
			.param("coordinators",
					(coordinators != null) ? coordinators.stream().map(ContactId::value).toArray(Long[]::new) : null)
			.query((row, number) -> request(gathering, row))
			.list();
	}

	private static OpenRequest request(Gathering gathering, ResultSet row) throws SQLException {
		UpdateState state = UpdateState.of(row.getString("state"));
		LocalDate until = row.getObject("until", LocalDate.class);
		MoreTime more = (until != null)
				? new MoreTime(until, row.getBoolean("past_freeze"), instant(row, "answered_at")) : null;
		Returned returned = (state != UpdateState.RETURNED) ? null
				: new Returned(row.getInt("revision"), gathering.revisionDay(instant(row, "returned_at"), more));
		Set<ContactId> coordinators = Arrays.stream((Long[]) row.getArray("coordinators").getArray())
			.map(ContactId::new)
			.collect(Collectors.toSet());
		return new OpenRequest(new InitiativeId(row.getString("initiative")), state, instant(row, "asked_at"),
				gathering.deadline(more), gathering.freeze(), gathering.frozenAt(more),
				gathering.frozenAt(more).isAfter(gathering.frozenAt(null)), returned, coordinators);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
