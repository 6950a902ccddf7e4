import express from 'express';
import jwt from 'jsonwebtoken';
import { findOrders } from './orders.js';

const app = express();
app.use(express.json());

app.get('/orders', async (request, response) => {
  const token = request.headers.authorization?.replace('Bearer ', '');
  const user = jwt.verify(token, process.env.JWT_SECRET);
  response.json(await findOrders(user.id, request.query.status));
});

app.listen(process.env.PORT ?? 3000);
