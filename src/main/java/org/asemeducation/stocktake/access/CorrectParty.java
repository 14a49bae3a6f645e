package org.asemeducation.stocktake.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrects the name of a party that was entered by mistake, or removes it. What the plan
 * or a cycle names keeps its name: a plan finds its parties by it, and a cycle stays as
 * it was.
 */
@Component
@Transactional
public class CorrectParty {

	/** Which of our tables point at a party: one that comes tomorrow does so as well. */
	private static final String POINTERS = """
			select format('select %L where exists (select from %I x where x.%I = :id)', t.relname, t.relname, a.attname)
			from pg_constraint k join pg_class t on t.oid = k.conrelid
			join pg_attribute a on a.attrelid = t.oid and k.conkey = array[a.attnum]
			where k.contype = 'f' and k.confrelid = 'party'::regclass""";

	private static final Set<String> THE_PLAN = Set.of("coordination", "supporting_structure", "plan_proposal");

	/** They show whatever the party is called today. */
	private static final Set<String> THE_REGISTER = Set.of("contact_role", "former_role", "superior", "for_information",
			"partner_institution", "closed_date", "proposal");

	private static final String NAMED_IN_PLAN = """
			select exists (select from plan_row where parties @> jsonb_build_array(jsonb_build_object('name', cast(:name as text))))""";

	/** As printed beside an initiative, and as updates name who was involved. */
	private static final String NAMED_IN_CYCLE = """
			select exists (select from cycle_initiative i where exists (select from (values (:name), (:label)) as w (words)
			    where position(' ' || lower(regexp_replace(w.words, '[^[:alnum:]]+', ' ', 'g')) || ' '
			        in ' ' || lower(regexp_replace(i.coordinators, '[^[:alnum:]]+', ' ', 'g')) || ' ') > 0))
			or exists (select from revision
			    where cast(lower(cast(content -> 'partners' as text)) as jsonb) @> to_jsonb(lower(:name))
			    or cast(lower(cast(content -> 'partners' as text)) as jsonb) @> to_jsonb(lower(:label)))""";

	private final JdbcClient jdbc;

	private final Parties parties;

	private final Accounts accounts;

	private final Audit audit;

	CorrectParty(JdbcClient jdbc, Parties parties, Accounts accounts, Audit audit) {
		this.jdbc = jdbc;
		this.parties = parties;
		this.accounts = accounts;
		this.audit = audit;
	}

	/**
	 * Gives a party another name.
	 * @param id which
	 * @param name in full
	 * @param by the user id
	 * @return whether it is another
	 * @throws IllegalArgumentException when it cannot be called so
	 * @throws Refused when the plan or a cycle names it
	 */
	public boolean rename(PartyId id, String name, String by) {
		Party party = this.parties.lock(id);
		String corrected = new NewParty(name, null, "other").name();
		if (corrected.equals(party.name())) {
			return false;
		}
		this.parties.requireNotTaken(corrected, id);
		requireNoPartner(party);
		List<String> pointing = pointingAt(party);
		if (isInPlan(party, pointing)) {
			throw Refused
				.conflict("The plan, or its history, names %s: its name changes with the plan.".formatted(party.name())
						+ " Load a plan that has the other name, or give its initiatives to a party of that name.");
		}
		if (!THE_REGISTER.containsAll(pointing) || isInCycle(party)) {
			throw Refused
				.conflict("A cycle names %s, and what a cycle says stays: so does the name. Add a party with the"
					.formatted(party.name()) + " other name, and use that from now on.");
		}
		Party renamed = this.parties.rename(id, corrected);
		this.accounts.nameGroup(renamed.groupId(), renamed.label());
		this.audit.record(by, "rename party", "party/" + id.value(), party.name(), corrected);
		return true;
	}

	/**
	 * Removes a party that nothing points at.
	 * @param id which
	 * @param by the user id
	 * @return how it was called
	 * @throws Refused when something does
	 */
	public String remove(PartyId id, String by) {
		Party party = this.parties.lock(id);
		requireNoPartner(party);
		List<String> pointing = pointingAt(party);
		List<String> because = new ArrayList<>();
		if (pointing.contains("contact_role") || pointing.contains("former_role")) {
			because.add("somebody is or was a contact of it");
		}
		if (isInPlan(party, pointing)) {
			because.add("the plan, or its history, names it");
		}
		if (isInCycle(party)) {
			because.add("a cycle names it");
		}
		String others = pointing.stream()
			.filter((table) -> !THE_PLAN.contains(table) && !table.endsWith("_role"))
			.map((table) -> table.replace('_', ' '))
			.collect(Collectors.joining(", "));
		if (!others.isEmpty()) {
			because.add("entries point at it (%s)".formatted(others));
		}
		if (!because.isEmpty()) {
			throw Refused.conflict("%s cannot be removed: %s. Only what was entered by mistake is removed."
				.formatted(party.name(), String.join("; ", because)));
		}
		this.parties.remove(id);
		this.accounts.dropGroup(party.groupId());
		this.audit.record(by, "remove party", "party/" + id.value(), party.name(), null);
		return party.name();
	}

	private void requireNoPartner(Party party) {
		if (this.parties.isPartner(party.id())) {
			throw Refused.conflict("%s is one of the partners: they come with the plan.".formatted(party.name()));
		}
	}

	private boolean isInPlan(Party party, List<String> pointing) {
		return pointing.stream().anyMatch(THE_PLAN::contains)
				|| this.jdbc.sql(NAMED_IN_PLAN).param("name", party.name()).query(Boolean.class).single();
	}

	private boolean isInCycle(Party party) {
		return this.jdbc.sql(NAMED_IN_CYCLE)
			.param("name", party.name())
			.param("label", party.label())
			.query(Boolean.class)
			.single();
	}

	private List<String> pointingAt(Party party) {
		String all = this.jdbc.sql(POINTERS)
			.query(String.class)
			.list()
			.stream()
			.sorted()
			.collect(Collectors.joining(" union "));
		return this.jdbc.sql(all + " order by 1").param("id", party.id().value()).query(String.class).list();
	}

}
