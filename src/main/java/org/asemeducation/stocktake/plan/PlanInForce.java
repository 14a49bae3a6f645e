package org.asemeducation.stocktake.plan;

import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts single rows of the plan in force, in the caller's transaction.
 */
@Component
public class PlanInForce {

	private final PlanTables tables;

	private final Register register;

	private final JdbcClient jdbc;

	PlanInForce(PlanTables tables, Register register, JdbcClient jdbc) {
		this.tables = tables;
		this.register = register;
		this.jdbc = jdbc;
	}

	/**
	 * Waits until nobody else changes the plan; lasts until the transaction ends.
	 */
	public void lock() {
		this.tables.lock();
	}

	/**
	 * Makes a row what stands in the plan from now on.
	 * @param row all of it
	 */
	public void put(PlanRow row) {
		boolean others = !parties(row.id()).equals(row.initiative().parties());
		this.tables.put(row);
		if (others) {
			this.register.coordinate(row.id().value(), coordination(row.initiative().parties()));
		}
	}

	/**
	 * What the plan prints in brackets goes with the coordinators that it named.
	 * @param row as it is from now on
	 */
	public void printCoordinators(PlanRow row) {
		this.tables.bracket(row);
	}

	/**
	 * Who does what for an initiative, as the register has it today.
	 * @param initiative the id
	 * @return in their order
	 */
	public List<PlanParty> parties(InitiativeId initiative) {
		return this.jdbc.sql("""
				select name, acronym, kind, role from coordination join party on party.id = coordination.party
				where initiative = :initiative order by position""")
			.param("initiative", initiative.value())
			.query((row, number) -> new PlanParty(row.getString("name"), row.getString("acronym"),
					row.getString("kind"), row.getString("role")))
			.list();
	}

	private List<Coordination> coordination(List<PlanParty> parties) {
		List<Coordination> coordination = new ArrayList<>();
		for (PlanParty party : parties) {
			PartyId id = this.register
				.register(new NewParty(party.name(), party.acronym(), party.kind(), null, null, false, false))
				.id();
			coordination.add(new Coordination(id, party.role(), coordination.size() + 1));
		}
		return coordination;
	}

}
