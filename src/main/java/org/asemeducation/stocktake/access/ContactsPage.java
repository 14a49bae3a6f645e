package org.asemeducation.stocktake.access;

import java.io.IOException;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat loads contacts and removes them.
 */
@Controller
@RequestMapping("/desk/contacts")
class ContactsPage {

	private final LoadContacts loadContacts;

	private final Invitations invitations;

	private final Contacts contacts;

	private final ChangeRegister change;

	private final CurrentPerson person;

	ContactsPage(LoadContacts loadContacts, Invitations invitations, Contacts contacts, ChangeRegister change,
			CurrentPerson person) {
		this.loadContacts = loadContacts;
		this.invitations = invitations;
		this.contacts = contacts;
		this.change = change;
		this.person = person;
	}

	@GetMapping
	ModelAndView show(@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "1") int page) {
		this.person.get().requireSecretariat();
		return new ModelAndView("contacts").addObject("contacts", this.contacts.page(search, page));
	}

	/** Loads a file at once, for programs: the page shows first whom it would invite. */
	@PostMapping
	ModelAndView load(@RequestParam MultipartFile file, RedirectAttributes next) throws IOException {
		this.person.get().requireSecretariat();
		try {
			next.addFlashAttribute("done", this.loadContacts.load(file.getBytes()).inWords());
			return new ModelAndView("redirect:/desk/contacts");
		}
		catch (ContactsRejectedException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("rejected", ex.rows());
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY).addObject("problem", ex.getMessage());
		}
	}

	@PostMapping("/{contact}/removal")
	String remove(@PathVariable long contact, RedirectAttributes next) {
		Person me = this.person.get().requireSecretariat();
		Contact leaving = this.contacts.get(new ContactId(contact));
		if (leaving.userId().equals(me.userId())) {
			next.addFlashAttribute("problem", "You cannot remove yourself: ask another person of the secretariat.");
		}
		else {
			remove(leaving, next);
		}
		return "redirect:/desk/contacts";
	}

	private void remove(Contact leaving, RedirectAttributes next) {
		try {
			this.change.remove(leaving.id());
			next.addFlashAttribute("done", "%s was removed and is signed out.".formatted(leaving.name()));
		}
		catch (Refused ex) {
			next.addFlashAttribute("problem", ex.getMessage());
		}
	}

	@PostMapping("/{contact}/invitation")
	String invite(@PathVariable long contact, RedirectAttributes next) {
		this.person.get().requireSecretariat();
		Contact invited = this.contacts.get(new ContactId(contact));
		this.invitations.invite(invited.id());
		next.addFlashAttribute("done",
				"%s gets a new invitation; older ones no longer work.".formatted(invited.name()));
		return "redirect:/desk/contacts";
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("contacts", status).addObject("contacts", this.contacts.page("", 1));
	}

}
