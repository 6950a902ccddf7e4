export async function charge(key, payment) {
  const response = await fetch('https://api.stripe.com/v1/charges', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: new URLSearchParams(payment),
  });
  return await response.json();
}
