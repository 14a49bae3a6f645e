package org.asemeducation.stocktake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.NewContact;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.plan.Basis;
import org.asemeducation.stocktake.plan.BundledPlan;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.plan.change.NotingCoordinators;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The people of the process tests, one for each party of their plan, known by the part of
 * their address before the at sign.
 */
public class Troupe implements SmartInitializingSingleton {

	/** Coordinated by Harbour University alone. */
	public static final String ONE_COORDINATOR = "A01-I01";

	/** Coordinated by Harbour University and Malta. */
	public static final String TWO_COORDINATORS = "A01-I02";

	/** Coordinated by nobody. */
	public static final String NOBODY = "A01-I03";

	/** Coordinated by nobody, hosted by Malta. */
	public static final String HOST_ONLY = "A02-I01";

	/** Coordinated by the Inland Institute with the support of Malta. */
	public static final String SUPPORTED = "A02-I02";

	/** All five, in the order of the plan. */
	public static final List<String> INITIATIVES = List.of(ONE_COORDINATOR, TWO_COORDINATORS, NOBODY, HOST_ONLY,
			SUPPORTED);

	private final Register register;

	private final NotingCoordinators noting;

	private final Map<String, List<Coordination>> coordination = new HashMap<>();

	private final Map<String, String> users = new ConcurrentHashMap<>();

	private final Set<String> recast = new HashSet<>();

	Troupe(Register register, NotingCoordinators noting, BundledPlan loaded) {
		this.register = register;
		this.noting = noting;
	}

	@Override
	public void afterSingletonsInstantiated() {
		INITIATIVES.forEach((initiative) -> this.coordination.put(initiative, this.register.coordination(initiative)));
		Party aes = this.register.register(new NewParty("ASEM Education Secretariat", "AES", "secretariat"));
		Party swg = this.register.register(new NewParty("Standing Working Group", "SWG", "working-body"));
		add(aes, "aes", "secretariat");
		add(swg, "reviewer", "reviewer");
		add(swg, "colleague", "reviewer");
		add(party("HU"), "harbour", "coordinator");
		add(party("II"), "inland", "coordinator");
		add(party("Malta"), "malta", "coordinator");
		add(party("Thailand"), "thailand", "coordinator");
	}

	/**
	 * The engine's user of a person.
	 * @param name such as {@code harbour}
	 * @return the user id
	 */
	public String user(String name) {
		return this.users.computeIfAbsent(name,
				(it) -> this.register.contactByEmail(address(it)).orElseThrow().userId());
	}

	public static String address(String name) {
		return name + "@stage.example";
	}

	public Party party(String label) {
		return this.register.party(label).orElseThrow();
	}

	public boolean coordinates(String label, String initiative) {
		return this.register.coordinatorGroups(initiative).contains(party(label).groupId());
	}

	/**
	 * Says that somebody else coordinates an initiative until the test is over.
	 * @param initiative its id
	 */
	public void recast(String initiative) {
		this.recast.add(initiative);
	}

	/**
	 * Who coordinates what is again as the plan says.
	 */
	void takeUpTheirParts() {
		this.recast.forEach((initiative) -> {
			this.register.coordinate(initiative, this.coordination.getOrDefault(initiative, List.of()));
			this.noting.note(new InitiativeId(initiative), "The test is over.", Basis.SECRETARIAT, "stocktake");
		});
		this.recast.clear();
	}

	private void add(Party party, String name, String role) {
		this.register.addContact(new NewContact(party.id(), name, address(name), "en", null, role));
	}

}
