package org.asemeducation.stocktake.update.people;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Lead;
import org.asemeducation.stocktake.update.Leads;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.people.LeadController.Choice;
import org.asemeducation.stocktake.update.people.LeadController.Led;
import org.asemeducation.stocktake.update.people.LeadController.Several;
import org.asemeducation.stocktake.update.people.LeadController.Submits;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the forms show of who submits.
 */
@Component
class LeadViews {

	/** So many are shown at once; others are searched for. */
	private static final int MOST = 100;

	private static final String LIKE = """
			 (:search = '' or position(lower(:search) in lower(i.initiative || ' ' || i.title || ' ' || i.coordinators)) > 0)
			""";

	private static final String SEVERAL = """
			from cycle_initiative i where i.cycle = :cycle and i.initiative in (
			    select initiative from coordination where role = 'coordinator' group by initiative having count(*) > 1)
			and """ + LIKE;

	private static final String ACUTE = """
			select u.initiative from update_lead u where u.cycle = :cycle and u.declined_at is not null
			union
			select k.initiative from unreachable n join contact_role s on s.contact = n.contact and s.role = 'coordinator'
			join coordination k on k.party = s.party and k.role = 'coordinator' where n.settled_at is null""";

	private final Leads leads;

	private final Rights rights;

	private final UpdateRequests requests;

	private final Cycles cycles;

	private final JdbcClient jdbc;

	private final Clock clock;

	LeadViews(Leads leads, Rights rights, UpdateRequests requests, Cycles cycles, JdbcClient jdbc, Clock clock) {
		this.leads = leads;
		this.rights = rights;
		this.requests = requests;
		this.cycles = cycles;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Submits of(UpdateKey key, Person reader) {
		if (!reader.isSecretariat() && !this.rights.mayWrite(reader.userId(), key.initiative().value())) {
			throw Refused.notAllowed(
					"Only those who coordinate %s and the secretariat may read this.".formatted(key.initiative()));
		}
		this.requests.find(key)
			.orElseThrow(() -> Refused
				.notFound("No update of %s is asked for in %s.".formatted(key.initiative(), key.cycle())));
		Lead lead = this.leads.of(key).orElse(null);
		if (lead == null) {
			return new Submits(null, false, null, null);
		}
		Instant until = this.leads.until(key);
		return new Submits(lead.label(), this.leads.isTheirs(key, lead, reader.userId()), until, open(lead, until));
	}

	private @Nullable String open(Lead lead, Instant until) {
		if (lead.declined()) {
			return "declined";
		}
		if (!lead.reached()) {
			return "not-reached";
		}
		return this.clock.instant().isAfter(until) ? "over" : null;
	}

	/**
	 * Where the lead has declined, or mail may not reach it, comes first.
	 */
	Several several(CycleName cycle, String search) {
		this.cycles.get(cycle);
		int found = this.jdbc.sql("select count(*) " + SEVERAL)
			.param("cycle", cycle.value())
			.param("search", search)
			.query(Integer.class)
			.single();
		List<Led> leads = new ArrayList<>(leads(cycle, search, true, MOST));
		leads.addAll(leads(cycle, search, false, MOST - leads.size()));
		return new Several(found, leads);
	}

	private List<Led> leads(CycleName cycle, String search, boolean acute, int most) {
		return this.jdbc
			.sql("""
					select l.*, array(select k.party from coordination k where k.initiative = l.initiative
					        and k.role = 'coordinator' order by k.position) as parties,
					    array(select coalesce(p.acronym, p.name) from coordination k join party p on p.id = k.party
					        where k.initiative = l.initiative and k.role = 'coordinator' order by k.position) as labels
					from lead l join cycle_initiative i on i.cycle = l.cycle and i.initiative = l.initiative
					where l.cycle = :cycle and l.initiative %s (%s) and %s order by l.position limit :most"""
				.formatted(acute ? "in" : "not in", ACUTE, LIKE))
			.param("cycle", cycle.value())
			.param("search", search)
			.param("most", most)
			.query((row, number) -> new Led(row.getString("initiative"), row.getString("title"), row.getLong("party"),
					row.getBoolean("settled"), row.getBoolean("declined"), row.getBoolean("reached"),
					choices((Long[]) row.getArray("parties").getArray(), (String[]) row.getArray("labels").getArray())))
			.list();
	}

	private static List<Choice> choices(Long[] parties, String[] labels) {
		return IntStream.range(0, parties.length)
			.mapToObj((index) -> new Choice(parties[index], labels[index]))
			.toList();
	}

}
