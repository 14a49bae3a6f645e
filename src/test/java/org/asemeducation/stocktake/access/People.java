package org.asemeducation.stocktake.access;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/**
 * Parties, people and tasks for tests that need some.
 */
@TestComponent
public class People {

	public static final String PASSWORD = "Correct-Horse-7-Battery";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final Register register;

	private final Accounts accounts;

	private final RepositoryService repository;

	private final RuntimeService runtime;

	private final TaskService tasks;

	private final Environment environment;

	People(Register register, Accounts accounts, RepositoryService repository, RuntimeService runtime,
			TaskService tasks, Environment environment) {
		this.register = register;
		this.accounts = accounts;
		this.repository = repository;
		this.runtime = runtime;
		this.tasks = tasks;
		this.environment = environment;
	}

	public Party party() {
		return this.register.register(new NewParty("Party " + NUMBER.incrementAndGet(), null, "stakeholder"));
	}

	public Contact coordinator(Party party) {
		return contact(party, "coordinator");
	}

	public Contact secretary() {
		return contact(party(), "secretariat");
	}

	/**
	 * Somebody of the reviewing body.
	 */
	public Contact reviewer() {
		return contact(party(), "reviewer");
	}

	/**
	 * Somebody of the secretariat who administers accounts too, as the first start makes
	 * one.
	 */
	public Contact administrator() {
		Contact contact = secretary();
		this.accounts.join(contact.userId(), Person.ADMINISTRATORS);
		return contact;
	}

	/**
	 * Lets a person who is registered sign in with {@link #PASSWORD}.
	 */
	public Contact withPassword(String email) {
		Contact contact = this.register.contactByEmail(email).orElseThrow();
		this.accounts.setPassword(contact.userId(), PASSWORD);
		return contact;
	}

	private Contact contact(Party party, String role) {
		String email = "person%d@stocktake.example".formatted(NUMBER.incrementAndGet());
		this.register.addContact(new NewContact(party.id(), "Kim Person", email, "en", null, role));
		Contact contact = this.register.contactByEmail(email).orElseThrow();
		this.accounts.setPassword(contact.userId(), PASSWORD);
		return contact;
	}

	/**
	 * A task that is offered to one party.
	 */
	public String task(Party party) {
		this.repository.createDeployment()
			.name("guarded")
			.enableDuplicateFiltering(true)
			.addClasspathResource("access/guarded.bpmn")
			.deploy();
		String instance = this.runtime.startProcessInstanceByKey("guarded", Map.of("group", party.groupId())).getId();
		return this.tasks.createTaskQuery().processInstanceId(instance).singleResult().getId();
	}

	public Visitor visitor() {
		return new Visitor(URI.create("http://localhost:" + this.environment.getProperty("local.server.port")));
	}

	public Visitor signedIn(Contact contact) {
		Visitor visitor = visitor();
		visitor.signIn(contact.email(), PASSWORD);
		return visitor;
	}

}
