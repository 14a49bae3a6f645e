// Keeps the part of a deep link after "#", which the server never sees: the browser carries it over redirects,
// but only when the form is sent to an address that has it.
const form = document.getElementById('sign-in');
if (form && location.hash) {
  form.action = new URL(form.action).pathname + location.hash;
}
